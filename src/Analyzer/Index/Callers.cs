using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>Which bodies may call which, by syntax alone.</summary>
/// <remarks>
/// Which body a call may run is told by the name of the member and the type that its receiver is declared to have. Where that type is not to be
/// seen, every member of the name counts: too many are found, and none is missed for it. Cost: one walk over each body, and no binding.
/// </remarks>
internal sealed class Callers
{
    private static readonly List<(BodyEntry Caller, Mention Mention)> _none = [];

    private readonly Dictionary<string, List<(BodyEntry Caller, Mention Mention)>> _mentions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _heirs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _allHeirs = new(StringComparer.Ordinal);

    /// <param name="trees">The files.</param>
    /// <param name="others">Names to tell the mentions of besides those of bodies.</param>
    public Callers(IReadOnlyList<TreeIndex> trees, IEnumerable<string> others)
    {
        Types = new TypeNames(trees);
        var names = new HashSet<string>(others.Concat(trees.SelectMany(tree => tree.Bodies).Select(entry => entry.Name)), StringComparer.Ordinal) { CalledMember.New };
        foreach (TypeDeclarationSyntax type in trees.SelectMany(tree => tree.Types))
        {
            AddHeir(type);
            names.Add(type.Identifier.ValueText);
        }

        foreach (BodyEntry entry in trees.SelectMany(tree => tree.Bodies))
        {
            foreach (Mention mention in CalledMembers.Of(entry).Mentions)
            {
                if (names.Contains(mention.Member.Name))
                {
                    Listed(mention.Member.Name, _mentions).Add((entry, mention));
                }
            }
        }
    }

    public TypeNames Types { get; }

    /// <summary>Where a name is mentioned, and by whom.</summary>
    public IReadOnlyList<(BodyEntry Caller, Mention Mention)> Mentioning(string name) => _mentions.TryGetValue(name, out List<(BodyEntry, Mention)>? found) ? found : _none;

    /// <summary>The mentions that may run a body.</summary>
    public IEnumerable<(BodyEntry Caller, Mention Mention)> Of(BodyEntry callee)
    {
        foreach (string name in NamesOf(callee))
        {
            foreach ((BodyEntry caller, Mention mention) in Mentioning(name))
            {
                if (MayRun(mention.Member, callee, name))
                {
                    yield return (caller, mention);
                }
            }
        }
    }

    /// <summary>The names under which a body is called: of a constructor also those of the types that derive from its own without a constructor that says so.</summary>
    public IEnumerable<string> NamesOf(BodyEntry callee)
    {
        yield return callee.Name;
        if (callee.IsConstructor)
        {
            yield return CalledMember.New;
            foreach (string heir in HeirsOf(callee.Name))
            {
                yield return heir;
            }
        }
    }

    /// <summary>True when a mention of a name under which a body is called may run it.</summary>
    public bool MayRun(CalledMember call, BodyEntry callee, string name)
    {
        if (callee.IsConstructor)
        {
            return call.Use == MemberUse.Create && Makes(call, callee, name);
        }

        if (!Touches(call.Use, callee) || !Takes(call.Arguments, callee))
        {
            return false;
        }

        if (call.Receiver is not { } receiver || callee.Type.Length == 0)
        {
            return true;
        }

        // What is called without a receiver is in sight; of an extension method, the receiver is its first parameter.
        return call.IsUnqualified ? callee.IsExtension || Types.Sees(receiver.Start.Name, callee.Type)
            : Types.At(receiver) is not { } known || known == callee.Type || (callee.IsExtension ? Extends(known, callee) : !Types.RunsNothing(known) && Types.Family(known).Contains(callee.Type));
    }

    private static bool Touches(MemberUse use, BodyEntry callee) => use == MemberUse.Any || callee.Declaration switch
    {
        AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.GetAccessorDeclaration } or ArrowExpressionClauseSyntax =>
            use == MemberUse.Read || callee.Declaration.FirstAncestorOrSelf<BasePropertyDeclarationSyntax>()?.Type is RefTypeSyntax,
        AccessorDeclarationSyntax => use == MemberUse.Write,
        _ => true,
    };

    // What runs a constructor of its base without saying so has its own parameters, or none.
    private bool Makes(CalledMember call, BodyEntry callee, string name)
    {
        string? made = name != CalledMember.New ? name : call.Receiver is { } way ? Types.At(way) : null;
        return made == callee.Name ? Takes(call.Arguments, callee) : (made is null && Takes(call.Arguments, callee)) || HeirsOf(callee.Name) is { Count: > 0 } heirs && (made is null || heirs.Contains(made));
    }

    private static bool Takes(int arguments, BodyEntry callee) => arguments < 0 || (arguments >= callee.Arguments.Least && arguments <= callee.Arguments.Most);

    // Only types of these files can be told not to be what an extension method takes.
    private bool Extends(string known, BodyEntry callee) =>
        CalledMembers.Named(callee.Parameters?[0].Type) is not { } taken || !Types.Declares(taken.Name) || Types.Family(known).Contains(taken.Name);

    // Types that run a constructor of their base without any code that says so, by the names of their bases.
    private void AddHeir(TypeDeclarationSyntax type)
    {
        if (type.BaseList is not null && (type.ParameterList is not null || !type.Members.Any(member => member is ConstructorDeclarationSyntax)))
        {
            foreach (string known in TypeNames.BasesOf(type))
            {
                Listed(known, _heirs).Add(type.Identifier.ValueText);
            }
        }
    }

    private HashSet<string> HeirsOf(string type)
    {
        if (_allHeirs.TryGetValue(type, out HashSet<string>? found))
        {
            return found;
        }

        _allHeirs.Add(type, found = new HashSet<string>(StringComparer.Ordinal));
        var work = new Queue<string>([type]);
        while (work.Count > 0)
        {
            foreach (string heir in _heirs.TryGetValue(work.Dequeue(), out List<string>? heirs) ? heirs : [])
            {
                if (found.Add(heir))
                {
                    work.Enqueue(heir);
                }
            }
        }

        return found;
    }

    private static List<T> Listed<T>(string name, Dictionary<string, List<T>> known)
    {
        if (!known.TryGetValue(name, out List<T>? list))
        {
            known.Add(name, list = []);
        }

        return list;
    }
}
