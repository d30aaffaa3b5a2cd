namespace LockGraph.Core;

/// <summary>Finds the class that a written name means: the name itself, or the one class whose name ends in it.</summary>
/// <remarks><c>Account._gate</c> means <c>Bank.Account._gate</c> as long as no other class ends the same way.</remarks>
public sealed class LockClassNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _bySuffix = new(StringComparer.Ordinal);

    /// <summary>Indexes the names of the classes that exist. Cost: linear in their length.</summary>
    public LockClassNames(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (!_names.Add(name))
            {
                continue;
            }

            for (int dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.', dot + 1))
            {
                string suffix = name.Substring(dot + 1);

                // Null marks an ending that fits several classes: it means none of them.
                _bySuffix[suffix] = _bySuffix.ContainsKey(suffix) ? null : name;
            }
        }
    }

    /// <summary>Looks a written name up.</summary>
    /// <param name="written">The name, possibly with a subclass rank (<c>#1</c>).</param>
    /// <param name="name">The full name, with the rank; <paramref name="written"/> itself when nothing fits.</param>
    /// <param name="ambiguous">True when several classes fit.</param>
    /// <returns>True when exactly one class fits.</returns>
    public bool TryResolve(string written, out string name, out bool ambiguous)
    {
        ambiguous = false;
        name = written;
        if (_names.Contains(written))
        {
            return true;
        }

        int hash = written.LastIndexOf('#');
        string stem = hash > 0 ? written.Substring(0, hash) : written;
        string rank = hash > 0 ? written.Substring(hash) : "";
        if (_names.Contains(stem))
        {
            return true;
        }

        if (!_bySuffix.TryGetValue(stem, out string? full))
        {
            return false;
        }

        ambiguous = full is null;
        name = full is null ? written : full + rank;
        return full is not null;
    }
}
