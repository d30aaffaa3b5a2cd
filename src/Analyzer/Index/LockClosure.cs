using Microsoft.CodeAnalysis.CSharp;

namespace LockGraph.Analyzer;

/// <summary>The bodies that may lead to what matters under a lock: those that do it themselves, and whoever may call one that does.</summary>
internal sealed class LockClosure
{
    private readonly HashSet<BodyEntry> _found = [];
    private readonly HashSet<string> _names;

    /// <param name="callers">Which bodies may call which.</param>
    /// <param name="sources">The bodies that matter by themselves.</param>
    /// <param name="names">Members that matter wherever they are mentioned, with or without a body.</param>
    public LockClosure(Callers callers, IEnumerable<BodyEntry> sources, IReadOnlyCollection<string> names)
    {
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        var work = new Queue<BodyEntry>();
        foreach (BodyEntry entry in sources.Concat(names.SelectMany(name => callers.Mentioning(name).Select(mention => mention.Caller))))
        {
            Add(entry, work);
        }

        // Overloads that take as many arguments have the same callers.
        var done = new HashSet<(string Name, string Type, SyntaxKind Kind, bool IsConstructor, (int, int) Arguments)>();
        while (work.Count > 0)
        {
            BodyEntry entry = work.Dequeue();
            if (!entry.IsExtension && !done.Add((entry.Name, entry.Type, entry.Declaration.Kind(), entry.IsConstructor, entry.Arguments)))
            {
                continue;
            }

            _names.UnionWith(callers.NamesOf(entry));
            foreach ((BodyEntry caller, _) in callers.Of(entry))
            {
                Add(caller, work);
            }
        }
    }

    /// <summary>True when a body may lead there.</summary>
    public bool Contains(BodyEntry entry) => _found.Contains(entry);

    /// <summary>True when some member of the name may.</summary>
    public bool Contains(string name) => _names.Contains(name);

    private void Add(BodyEntry entry, Queue<BodyEntry> work)
    {
        if (_found.Add(entry))
        {
            work.Enqueue(entry);
        }
    }
}
