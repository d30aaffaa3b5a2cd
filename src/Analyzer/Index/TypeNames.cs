using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The types of a program by their simple names: which derive from which, and of what type their members are. Binds nothing.</summary>
/// <remarks>Types of one name are taken as one type that has all their members and all their bases: too much is found, and nothing is missed.</remarks>
internal sealed class TypeNames
{
    private static readonly HashSet<string> _everywhere = new(StringComparer.Ordinal)
    {
        "[]", "IDisposable", "IAsyncDisposable", "IEnumerator", "IEnumerable", "IAsyncEnumerable", "IAsyncEnumerator", "IComparable", "IEquatable", "IComparer", "IEqualityComparer", "IFormattable", "ValueType",
        "IList", "ICollection", "IDictionary", "ISet", "IReadOnlyList", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlySet", "List", "Dictionary", "HashSet", "Queue", "Stack", "LinkedList",
        "SortedList", "SortedDictionary", "SortedSet", "ArrayList", "Hashtable", "BitArray", "ConcurrentDictionary", "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag", "BlockingCollection",
    };

    // Static classes of the framework: no property of a base is named like one.
    private static readonly HashSet<string> _statics = new(StringComparer.Ordinal)
    {
        "Volatile", "Interlocked", "Math", "Convert", "Array", "Enumerable", "Activator", "Unsafe", "Marshal", "GC", "BitConverter", "Monitor", "ThreadPool", "ExecutionContext", "StringComparer",
        "MemoryMarshal", "ArrayPool", "Enum", "String", "Char", "Int32", "Int64", "Double",
    };

    // Members of simple types that lead to simple types, and arrays of them.
    private static readonly HashSet<string> _simple = new(StringComparer.Ordinal)
    {
        "string", "String", "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "char", "nint", "nuint", "void",
    };

    private static readonly HashSet<string> _simpleSteps = new(StringComparer.Ordinal)
    {
        "Split", "Trim", "TrimStart", "TrimEnd", "Substring", "Replace", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Length", "Join", "Format", "Concat", "Remove", "Insert", "PadLeft",
        "PadRight", "IndexOf", "LastIndexOf", "IndexOfAny", "Contains", "StartsWith", "EndsWith", "ToString", "ToCharArray", "Empty", "GetHashCode", "CompareTo", "Compare", "Equals", "IsNullOrEmpty",
        "IsNullOrWhiteSpace", "Parse", "TryParse", "MaxValue", "MinValue", "Intern", "HasValue", "Value", "IsDigit", "IsLetter", "IsWhiteSpace", "IsUpper", "IsLower", TypeWay.Element,
    };

    private readonly Dictionary<string, HashSet<string>> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _derived = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _around = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, NamedType?>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _ancestors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _inSight = new(StringComparer.Ordinal);
    private readonly Dictionary<TypeWay, string?> _ends = [];
    private readonly HashSet<string> _extensions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _elsewhere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);

    /// <param name="trees">The files.</param>
    public TypeNames(IEnumerable<TreeIndex> trees)
    {
        foreach (TreeIndex tree in trees)
        {
            foreach (TypeDeclarationSyntax type in tree.Types)
            {
                Add(type);
            }

            foreach (UsingDirectiveSyntax used in tree.Usings)
            {
                if (used.Alias is { } alias)
                {
                    _elsewhere.Add(alias.Name.Identifier.ValueText);
                }
                else if (used.StaticKeyword.RawKind != 0 && CalledMembers.Named(used.Name as TypeSyntax) is { } opened)
                {
                    _opened.Add(opened.Name);
                }
            }
        }
    }

    /// <summary>The simple names in the base list of a type.</summary>
    public static IEnumerable<string> BasesOf(TypeDeclarationSyntax type) =>
        type.BaseList is null ? [] : type.BaseList.Types.Select(known => CalledMembers.Named(known.Type)?.Name).OfType<string>();

    /// <summary>The name of the type that a way leads to; <see langword="null"/> when nobody knows.</summary>
    public string? At(TypeWay way)
    {
        if (!_ends.TryGetValue(way, out string? end))
        {
            _ends.Add(way, end = Follow(way));
        }

        return end;
    }

    private string? Follow(TypeWay way)
    {
        int step = 0;
        NamedType? at = way.Start;
        if (way.IsUnqualified)
        {
            at = Unqualified(way.Start.Name, way.Steps[0]);
            step = 1;
        }

        for (; at is { } type && step < way.Steps.Count; step++)
        {
            at = Step(type, way.Steps[step]);
        }

        return at is { } found && !_elsewhere.Contains(found.Name) && found.Name is not ("object" or "Object" or "dynamic" or "var") ? found.Name : null;
    }

    /// <summary>The types whose bodies a call on a receiver of a type may run: those that derive from it, and what they and it inherit from.</summary>
    public HashSet<string> Family(string type)
    {
        if (!_families.TryGetValue(type, out HashSet<string>? family))
        {
            family = Close([type], _derived);
            family = Close(family, _bases);
            _families.Add(type, family);
        }

        return family;
    }

    /// <summary>True when code of one type may name a member of another without a receiver.</summary>
    public bool Sees(string type, string member)
    {
        if (!_inSight.TryGetValue(type, out HashSet<string>? inSight))
        {
            _inSight.Add(type, inSight = [.. _opened, .. Close([type], _around).SelectMany(Family)]);
        }

        return inSight.Contains(member);
    }

    /// <summary>True for a type of these files.</summary>
    public bool Declares(string type) => _members.ContainsKey(type);

    /// <summary>True for a type of the framework that half of all types are: which one it is, only the type of the object tells, and calls on it are not followed.</summary>
    public bool RunsNothing(string type) => _everywhere.Contains(type) && !Declares(type);

    private HashSet<string> Ancestors(string type)
    {
        if (!_ancestors.TryGetValue(type, out HashSet<string>? found))
        {
            _ancestors.Add(type, found = Close([type], _bases));
        }

        return found;
    }

    private static HashSet<string> Close(IEnumerable<string> start, Dictionary<string, HashSet<string>> edges)
    {
        var found = new HashSet<string>(start, StringComparer.Ordinal);
        var work = new Queue<string>(found);
        while (work.Count > 0)
        {
            if (edges.TryGetValue(work.Dequeue(), out HashSet<string>? next))
            {
                foreach (string name in next.Where(found.Add))
                {
                    work.Enqueue(name);
                }
            }
        }

        return found;
    }

    private NamedType? Step(NamedType from, string step)
    {
        switch (step)
        {
            case TypeWay.Awaited:
                return from is { Name: "Task" or "ValueTask", Item: { } result } ? new NamedType(result, null) : null;
            case TypeWay.Element when !_members.ContainsKey(from.Name):
                return from.Item is { } item ? new NamedType(item, null) : _simple.Contains(from.Name) ? from : null;
            default:
                return _simple.Contains(from.Name) && _simpleSteps.Contains(step) && !_extensions.Contains(step) ? new NamedType("string", null) : Member(from.Name, step);
        }
    }

    // A member of the type or of one around it; else a type, of ours or of the framework.
    private NamedType? Unqualified(string own, string name)
    {
        bool inheritsUnseen = false;
        foreach (string type in Close([own], _around))
        {
            if (Declares(type, name, out NamedType? member))
            {
                return member;
            }

            inheritsUnseen |= Ancestors(type).Any(known => !_members.ContainsKey(known) && !IsNamedLikeInterface(known));
        }

        return _members.ContainsKey(name) || _statics.Contains(name) || !inheritsUnseen ? new NamedType(name, null) : null;
    }

    private NamedType? Member(string type, string name) => Declares(type, name, out NamedType? member) ? member : null;

    // Two members of one name and different types are a member of a type that nobody knows.
    private bool Declares(string type, string name, out NamedType? member)
    {
        bool any = false;
        member = null;
        foreach (string owner in Ancestors(type))
        {
            if (_members.TryGetValue(owner, out Dictionary<string, NamedType?>? members) && members.TryGetValue(name, out NamedType? found))
            {
                member = any && member != found ? null : found;
                any = true;
            }
        }

        return any;
    }

    private static bool IsNamedLikeInterface(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);

    private void Add(TypeDeclarationSyntax type)
    {
        string name = type.Identifier.ValueText;
        foreach (string known in BasesOf(type))
        {
            Set(_bases, name).Add(known);
            Set(_derived, known).Add(name);
        }

        if (type.Parent is TypeDeclarationSyntax outer)
        {
            Set(_around, name).Add(outer.Identifier.ValueText);
        }

        if (!_members.TryGetValue(name, out Dictionary<string, NamedType?>? members))
        {
            _members.Add(name, members = new Dictionary<string, NamedType?>(StringComparer.Ordinal));
        }

        HashSet<string> parameters = [.. ParametersAround(type)];
        foreach (ParameterSyntax parameter in type.ParameterList?.Parameters ?? default)
        {
            Add(members, parameter.Identifier.ValueText, parameter.Type, parameters);
        }

        foreach (MemberDeclarationSyntax member in type.Members)
        {
            switch (member)
            {
                case BaseFieldDeclarationSyntax field:
                    foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                    {
                        Add(members, variable.Identifier.ValueText, field.Declaration.Type, parameters);
                    }

                    break;
                case PropertyDeclarationSyntax property:
                    Add(members, property.Identifier.ValueText, property.Type, parameters);
                    break;
                case IndexerDeclarationSyntax indexer:
                    Add(members, TypeWay.Element, indexer.Type, parameters);
                    break;
                case EventDeclarationSyntax @event:
                    Add(members, @event.Identifier.ValueText, @event.Type, parameters);
                    break;
                case MethodDeclarationSyntax method:
                    if (method.ParameterList.Parameters is [{ Modifiers: var modifiers }, ..] && modifiers.Any(SyntaxKind.ThisKeyword))
                    {
                        _extensions.Add(method.Identifier.ValueText);
                    }

                    Add(members, method.Identifier.ValueText, method.ReturnType, method.TypeParameterList is { } own ? [.. parameters, .. ParametersIn(own)] : parameters);
                    break;
            }
        }
    }

    private static void Add(Dictionary<string, NamedType?> members, string name, TypeSyntax? type, HashSet<string> typeParameters)
    {
        NamedType? named = CalledMembers.Named(type);
        if (named is { } written)
        {
            named = typeParameters.Contains(written.Name) ? null : written.Item is { } item && typeParameters.Contains(item) ? written with { Item = null } : written;
        }

        members[name] = members.TryGetValue(name, out NamedType? known) && known != named ? null : named;
    }

    /// <summary>The type parameters that the code of a type may name.</summary>
    public static IEnumerable<string> ParametersAround(TypeDeclarationSyntax type)
    {
        for (TypeDeclarationSyntax? at = type; at is not null; at = at.Parent as TypeDeclarationSyntax)
        {
            foreach (string name in at.TypeParameterList is { } list ? ParametersIn(list) : [])
            {
                yield return name;
            }
        }
    }

    /// <summary>The type parameters of a list.</summary>
    public static IEnumerable<string> ParametersIn(TypeParameterListSyntax list) => list.Parameters.Select(parameter => parameter.Identifier.ValueText);

    private static HashSet<string> Set(Dictionary<string, HashSet<string>> sets, string key)
    {
        if (!sets.TryGetValue(key, out HashSet<string>? set))
        {
            sets.Add(key, set = new HashSet<string>(StringComparer.Ordinal));
        }

        return set;
    }
}
