namespace LockGraph.Core;

/// <summary>What the team promised: an acquired-before relation over class names, transitive, with strict hierarchies.</summary>
/// <remarks>
/// Immutable and thread-safe. Contradicting declarations (classes that are before each other) are listed in <see cref="Errors"/> and
/// order nothing among themselves: no acquisition could obey them. Look-ups cost the size of what lies behind the outer class.
/// </remarks>
public sealed class DeclaredOrder
{
    /// <summary>Promises nothing.</summary>
    public static readonly DeclaredOrder Empty = Build([]);

    private readonly Dictionary<string, List<Promise>> _inner;
    private readonly List<HashSet<string>> _strict;
    private readonly Dictionary<string, int> _contradiction;

    private DeclaredOrder(
        Dictionary<string, List<Promise>> inner,
        List<HashSet<string>> strict,
        Dictionary<string, int> contradiction,
        IReadOnlyList<OrderDeclarationError> errors)
    {
        _inner = inner;
        _strict = strict;
        _contradiction = contradiction;
        Errors = errors;
        Classes = [.. inner.Keys.Concat(inner.Values.SelectMany(list => list).Select(promise => promise.Inner))
            .Concat(strict.SelectMany(set => set)).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>Declarations that cannot be honoured.</summary>
    public IReadOnlyList<OrderDeclarationError> Errors { get; }

    /// <summary>Every class name that occurs, in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The promises as written (not their closure), in order of declaration: outer, inner, place.</summary>
    public IEnumerable<(string Outer, string Inner, string Place)> Promises =>
        _inner.SelectMany(pair => pair.Value.Select(promise => (pair.Key, promise)))
            .OrderBy(pair => pair.promise.Index)
            .Select(pair => (pair.Key, pair.promise.Inner, pair.promise.Place));

    /// <summary>The strict hierarchies, each as the set of its classes.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> StrictHierarchies => _strict;

    /// <summary>Reads declarations.</summary>
    /// <param name="declarations">The promises.</param>
    /// <param name="known">The classes that exist: names are completed from it, and names that fit none are errors. <see langword="null"/>
    /// takes every name as written.</param>
    public static DeclaredOrder Build(IEnumerable<OrderDeclaration> declarations, IEnumerable<string>? known = null)
    {
        LockClassNames? names = known is null ? null : new LockClassNames(known);
        var errors = new List<OrderDeclarationError>();
        var inner = new Dictionary<string, List<Promise>>(StringComparer.Ordinal);
        var strict = new List<HashSet<string>>();
        int index = 0;
        foreach (OrderDeclaration declaration in declarations)
        {
            string[] resolved = [.. declaration.Names.Select(written => Resolve(written, declaration.Place, names, errors))];
            if (declaration.Kind == OrderDeclarationKind.Strict)
            {
                strict.Add(new HashSet<string>(resolved, StringComparer.Ordinal));
                continue;
            }

            for (int i = 0; i + 1 < resolved.Length; i++)
            {
                if (!inner.TryGetValue(resolved[i], out List<Promise>? list))
                {
                    inner.Add(resolved[i], list = []);
                }

                if (!list.Exists(promise => promise.Inner == resolved[i + 1]))
                {
                    list.Add(new Promise(resolved[i + 1], declaration.Place, index++));
                }
            }
        }

        Dictionary<string, int> contradiction = Contradictions.Find(inner, errors);
        return new DeclaredOrder(inner, strict, contradiction, errors);
    }

    /// <summary>True when <paramref name="outer"/> is promised to be taken before <paramref name="inner"/>, directly or through others.</summary>
    public bool IsBefore(string outer, string inner) => Path(outer, inner) is not null;

    /// <summary>The shortest chain of promises from one class to another, both ends included; <see langword="null"/> when there is none.</summary>
    public IReadOnlyList<string>? Path(string outer, string inner)
    {
        if (!_inner.ContainsKey(outer) || Contradict(outer, inner))
        {
            return null;
        }

        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>();
        queue.Enqueue(outer);
        while (queue.Count > 0)
        {
            string at = queue.Dequeue();
            if (!_inner.TryGetValue(at, out List<Promise>? promises))
            {
                continue;
            }

            foreach (Promise promise in promises)
            {
                if (promise.Inner == outer || cameFrom.ContainsKey(promise.Inner))
                {
                    continue;
                }

                cameFrom.Add(promise.Inner, at);
                if (promise.Inner == inner)
                {
                    var path = new List<string> { inner };
                    for (string step = inner; step != outer; step = cameFrom[step])
                    {
                        path.Add(cameFrom[step]);
                    }

                    path.Reverse();
                    return path;
                }

                queue.Enqueue(promise.Inner);
            }
        }

        return null;
    }

    /// <summary>The place of the promise that puts one class directly before another; <see langword="null"/> when none does.</summary>
    public string? PlaceOf(string outer, string inner) =>
        _inner.TryGetValue(outer, out List<Promise>? promises) ? promises.Find(promise => promise.Inner == inner)?.Place : null;

    /// <summary>True when a strict hierarchy holds both classes, so that they may nest only as declared.</summary>
    public bool IsStrictPair(string one, string other)
    {
        foreach (HashSet<string> set in _strict)
        {
            if (set.Contains(one) && set.Contains(other))
            {
                return true;
            }
        }

        return false;
    }

    private bool Contradict(string one, string other) =>
        _contradiction.TryGetValue(one, out int first) && _contradiction.TryGetValue(other, out int second) && first == second;

    private static string Resolve(string written, string place, LockClassNames? names, List<OrderDeclarationError> errors)
    {
        if (names is null)
        {
            return written;
        }

        if (!names.TryResolve(written, out string name, out bool ambiguous))
        {
            errors.Add(ambiguous
                ? new(OrderDeclarationErrorKind.AmbiguousName, place, $"'{written}' in {place} fits several lock classes; write more of the name.")
                : new(OrderDeclarationErrorKind.UnknownName, place, $"'{written}' in {place} names no lock class."));
        }

        return name;
    }

    /// <summary>One directly declared step.</summary>
    internal sealed record Promise(string Inner, string Place, int Index);
}
