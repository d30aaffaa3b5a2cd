using System.Globalization;
using System.Text;

namespace LockGraph.Core;

/// <summary>The one spelling of lock class names: <c>Namespace.Type.Member</c>, generics by their type parameters, nested types by dots.</summary>
public static class LockClassName
{
    /// <summary>Spells the class of the lock held by a member.</summary>
    /// <param name="ns">Namespace; empty or <see langword="null"/> for the global one.</param>
    /// <param name="types">Enclosing types, outermost first, each as <see cref="Type"/> spells it.</param>
    /// <param name="member">The field or property.</param>
    public static string OfMember(string? ns, IEnumerable<string> types, string member)
    {
        var text = new StringBuilder();
        if (!string.IsNullOrEmpty(ns))
        {
            text.Append(ns).Append('.');
        }

        foreach (string type in types)
        {
            text.Append(type).Append('.');
        }

        return text.Append(member).ToString();
    }

    /// <summary>Spells a type with its own type parameters: <c>Pool&lt;T&gt;</c>.</summary>
    /// <param name="name">The name without arity.</param>
    /// <param name="typeParameters">Names of the type's own parameters, not those of the types around it.</param>
    public static string Type(string name, IReadOnlyList<string> typeParameters) =>
        typeParameters.Count == 0 ? name : name + "<" + string.Join(",", typeParameters) + ">";

    /// <summary>Spells a class of locks that no member holds, by where they are created: <c>Type.Method@File.cs:12</c>.</summary>
    /// <param name="member">The member that creates the lock, or <see langword="null"/>.</param>
    /// <param name="site">Where it is created.</param>
    public static string OfSite(string? member, AcquisitionSite site) => string.IsNullOrEmpty(member) ? "lock@" + site : member + "@" + site;

    /// <summary>Adds a subclass rank: <c>Account._gate#1</c>; rank 0 adds nothing.</summary>
    public static string WithSubclass(string name, int subclass) =>
        subclass == 0 ? name : name + "#" + subclass.ToString(CultureInfo.InvariantCulture);
}
