using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The bodies that may lead to an acquisition, by syntax alone: those that lock, and whoever may call one that does.</summary>
/// <remarks>
/// Which body a call may run is told by the name of the member and the type that its receiver is declared to have. Where that type is not to be
/// seen, every member of the name counts: too many are found, and none is missed for it. Cost: one walk over each body, and no binding.
/// </remarks>
internal sealed class LockClosure
{
    private readonly HashSet<BodyEntry> _found = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="trees">The files.</param>
    /// <param name="locks">Whether a body matters by itself.</param>
    /// <param name="names">Members that matter wherever they are called, with or without a body.</param>
    public LockClosure(IReadOnlyList<TreeIndex> trees, Predicate<BodyEntry> locks, IReadOnlyCollection<string> names)
    {
        var types = new TypeNames(trees);
        var work = new Queue<BodyEntry>();
        var callable = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (BodyEntry entry in trees.SelectMany(tree => tree.Bodies))
        {
            callable.Add(entry.Name);
            if (locks(entry))
            {
                Add(entry, work);
            }
        }

        ILookup<string, string> heirs = HeirsByBase(trees);
        callable.UnionWith(heirs.Where(heir => callable.Contains(heir.Key)).SelectMany(heir => HeirsOf(heir.Key, heirs)));
        ILookup<string, (BodyEntry Caller, CalledMember Call)> callers = trees.SelectMany(tree => tree.Bodies).Where(entry => !_found.Contains(entry))
            .SelectMany(entry => CalledMembers.Of(entry).Where(call => callable.Contains(call.Name)).Distinct().Select(call => (entry, call)))
            .ToLookup(pair => pair.call.Name, StringComparer.Ordinal);
        foreach (string name in names)
        {
            _names.Add(name);
            foreach ((BodyEntry caller, _) in callers[name])
            {
                Add(caller, work);
            }
        }

        var done = new HashSet<(string Name, string Type, bool IsExtension)>();
        while (work.Count > 0)
        {
            BodyEntry entry = work.Dequeue();
            if (entry.Declaration is ConstructorDeclarationSyntax { Modifiers: var kind } && !kind.Any(SyntaxKind.StaticKeyword))
            {
                foreach (string heir in HeirsOf(entry.Name, heirs))
                {
                    _names.Add(heir);
                    foreach ((BodyEntry maker, CalledMember call) in callers[heir])
                    {
                        if (MayRun(types, call, heir))
                        {
                            Add(maker, work);
                        }
                    }
                }
            }

            string type = TypeOf(entry);
            bool isExtension = type.Length == 0 || (entry.Declaration is MethodDeclarationSyntax { ParameterList.Parameters: [{ Modifiers: var modifiers }, ..] } && modifiers.Any(SyntaxKind.ThisKeyword));
            if (!done.Add((entry.Name, type, isExtension)))
            {
                continue;
            }

            foreach ((BodyEntry caller, CalledMember call) in callers[entry.Name])
            {
                if (!_found.Contains(caller) && (isExtension || MayRun(types, call, type)))
                {
                    Add(caller, work);
                }
            }
        }
    }

    // Types that run a constructor of their base without any code that says so, by the names of their bases.
    private static ILookup<string, string> HeirsByBase(IReadOnlyList<TreeIndex> trees) => trees.SelectMany(tree => tree.Types)
        .Where(type => type.BaseList is not null && (type.ParameterList is not null || !type.Members.Any(member => member is ConstructorDeclarationSyntax)))
        .SelectMany(type => TypeNames.BasesOf(type).Select(known => (Base: known, Heir: type.Identifier.ValueText)))
        .ToLookup(pair => pair.Base, pair => pair.Heir, StringComparer.Ordinal);

    private static HashSet<string> HeirsOf(string type, ILookup<string, string> heirs)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var work = new Queue<string>(heirs[type]);
        while (work.Count > 0)
        {
            string heir = work.Dequeue();
            if (found.Add(heir))
            {
                foreach (string further in heirs[heir])
                {
                    work.Enqueue(further);
                }
            }
        }

        return found;
    }

    /// <summary>True when a body may lead to an acquisition.</summary>
    public bool Contains(BodyEntry entry) => _found.Contains(entry);

    /// <summary>True when some body of the name may.</summary>
    public bool Contains(string name) => _names.Contains(name);

    private void Add(BodyEntry entry, Queue<BodyEntry> work)
    {
        if (_found.Add(entry))
        {
            _names.Add(entry.Name);
            work.Enqueue(entry);
        }
    }

    private static bool MayRun(TypeNames types, CalledMember call, string type) =>
        call.Receiver is not { } receiver || (call.IsUnqualified ? types.Sees(receiver.Start.Name, type) : types.At(receiver) is not { } known || types.Family(known).Contains(type));

    private static string TypeOf(BodyEntry entry) => entry.Declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "";
}
