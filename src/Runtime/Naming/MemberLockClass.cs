using System.Reflection;
using LockGraph.Core;

namespace LockGraph;

/// <summary>The lock class of a field or property: its name and what its attributes say.</summary>
internal static class MemberLockClass
{
    public static LockClass Of(MemberInfo member)
    {
        LockClassAttribute? named = member.GetCustomAttribute<LockClassAttribute>();
        return new LockClass(named?.Name ?? NameOf(member))
        {
            Protects = named?.Protects,
            Summary = named?.Summary,
            MaxHeld = member.GetCustomAttribute<MaxHeldAttribute>()?.Count,
        };
    }

    public static int SubclassOf(MemberInfo member) => member.GetCustomAttribute<LockSubclassAttribute>()?.Rank ?? 0;

    /// <summary><c>Namespace.Type.Member</c>, as the analyzer spells it.</summary>
    public static string NameOf(MemberInfo member) => Spell(member.DeclaringType!) + "." + member.Name;

    /// <summary>A type with its namespace, the types around it and the names of their type parameters.</summary>
    public static string Spell(Type type)
    {
        var types = new List<string>();
        for (Type? at = type; at is not null; at = at.DeclaringType)
        {
            types.Insert(0, SpellOne(at));
        }

        string name = string.Join(".", types);
        return string.IsNullOrEmpty(type.Namespace) ? name : type.Namespace + "." + name;
    }

    // Reflection gives a nested type the parameters of the types around it as well; only the last ones are its own.
    private static string SpellOne(Type type)
    {
        int tick = type.Name.IndexOf('`');
        if (tick < 0)
        {
            return type.Name;
        }

        int own = int.Parse(type.Name.Substring(tick + 1), System.Globalization.CultureInfo.InvariantCulture);
        Type[] all = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).GetGenericArguments();
        return LockClassName.Type(type.Name.Substring(0, tick), [.. all.Skip(all.Length - own).Select(parameter => parameter.Name)]);
    }
}
