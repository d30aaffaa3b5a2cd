using System.Runtime.CompilerServices;
using LockGraph;

namespace Luo;

/// <summary>Turns validation on before the first tracked lock, whatever the environment says: without it there is nothing to play.</summary>
internal static class Validation
{
    [ModuleInitializer]
    internal static void TurnOn() => LockGraphRuntime.Mode = LockGraphMode.Observe;
}
