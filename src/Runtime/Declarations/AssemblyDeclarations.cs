using LockGraph.Core;

namespace LockGraph;

/// <summary>What the attributes of one assembly promise.</summary>
/// <param name="Declarations">The promises about order, each with its place.</param>
/// <param name="LockNames">The classes of every lock member of the assembly: the names that declarations may use.</param>
public sealed record AssemblyDeclarations(IReadOnlyList<OrderDeclaration> Declarations, IReadOnlyList<string> LockNames);
