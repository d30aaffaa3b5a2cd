using System.Collections.Concurrent;
using System.Reflection;
using LockGraph.Core;

namespace LockGraph;

/// <summary>Reads the declared order out of the attributes of an assembly.</summary>
/// <remarks>Thread-safe. The first read of an assembly looks at every member of its types; later ones cost a look-up.</remarks>
public static class AttributeDeclarations
{
    private const BindingFlags _declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Assembly, AssemblyDeclarations> _read = new();

    /// <summary>The promises of an assembly.</summary>
    public static IReadOnlyList<OrderDeclaration> Read(Assembly assembly) => Of(assembly).Declarations;

    /// <summary>The promises of an assembly and the lock classes it holds.</summary>
    public static AssemblyDeclarations Of(Assembly assembly) => _read.GetOrAdd(assembly ?? throw new ArgumentNullException(nameof(assembly)), Scan);

    private static AssemblyDeclarations Scan(Assembly assembly)
    {
        var declarations = new List<OrderDeclaration>();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        string place = assembly.GetName().Name + ": ";
        var chained = new List<string>();
        foreach (LockOrderAttribute order in assembly.GetCustomAttributes<LockOrderAttribute>())
        {
            declarations.Add(OrderDeclaration.Chain(place + "[LockOrder(\"" + string.Join("\", \"", order.Classes) + "\")]", order.Classes));
            chained.AddRange(order.Classes);
        }

        if (assembly.GetCustomAttribute<LockHierarchyAttribute>() is { Strict: true })
        {
            declarations.Add(OrderDeclaration.Strict(place + "[LockHierarchy(Strict = true)]", [.. chained.Distinct(StringComparer.Ordinal)]));
        }

        foreach (MemberInfo member in Types(assembly).SelectMany(LockMembers))
        {
            string name = MemberLockClass.Of(member).Name;
            names.Add(name);
            string at = MemberLockClass.NameOf(member) + ": ";
            foreach (AcquiredBeforeAttribute before in member.GetCustomAttributes<AcquiredBeforeAttribute>())
            {
                declarations.AddRange(before.Locks.Select(path => OrderDeclaration.Before(at + "[AcquiredBefore(\"" + path + "\")]", name, Resolve(member, path))));
            }

            foreach (AcquiredAfterAttribute after in member.GetCustomAttributes<AcquiredAfterAttribute>())
            {
                declarations.AddRange(after.Locks.Select(path => OrderDeclaration.Before(at + "[AcquiredAfter(\"" + path + "\")]", Resolve(member, path), name)));
            }
        }

        return new AssemblyDeclarations(declarations, [.. names]);
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            // What could be loaded is all that this process can use.
            return exception.Types.OfType<Type>();
        }
    }

    private static IEnumerable<MemberInfo> LockMembers(Type type)
    {
        IEnumerable<MemberInfo> fields = type.GetFields(_declared).Where(field => field.Name[0] != '<' && IsLock(field, field.FieldType));
        return fields.Concat(type.GetProperties(_declared).Where(property => IsLock(property, property.PropertyType)));
    }

    private static bool IsLock(MemberInfo member, Type type) =>
        typeof(LockInstance).IsAssignableFrom(type) || member.IsDefined(typeof(LockClassAttribute))
        || member.IsDefined(typeof(AcquiredBeforeAttribute)) || member.IsDefined(typeof(AcquiredAfterAttribute));

    // A path is resolved like a member access from the declaring type; what is no member of it is left for the names of all classes.
    private static string Resolve(MemberInfo member, string path)
    {
        Type type = member.DeclaringType!;
        string own = path.StartsWith("this.", StringComparison.Ordinal) ? path.Substring(5) : path;
        MemberInfo? target = (MemberInfo?)type.GetField(own, _declared) ?? type.GetProperty(own, _declared);
        if (target is not null)
        {
            return MemberLockClass.Of(target).Name;
        }

        int dot = path.LastIndexOf('.');
        Type? named = dot > 0 ? Types(type.Assembly).FirstOrDefault(other => Matches(other, path.Substring(0, dot))) : null;
        target = named is null ? null : (MemberInfo?)named.GetField(path.Substring(dot + 1), _declared) ?? named.GetProperty(path.Substring(dot + 1), _declared);
        return target is null ? path : MemberLockClass.Of(target).Name;
    }

    private static bool Matches(Type type, string written)
    {
        string spelled = MemberLockClass.Spell(type);
        return spelled == written || spelled.EndsWith("." + written, StringComparison.Ordinal);
    }
}
