using System.Reflection;
using System.Runtime.CompilerServices;

namespace LockGraph.Runtime.Tests.Primitives;

/// <summary>Each member of a primitive has a counterpart of the same name, parameters and result.</summary>
public class MemberCoverageTests
{
    private const BindingFlags _instance = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>Members that a twin does not have, on purpose.</summary>
    private static readonly string[] _leftOut =
    [
        // A new handle would be another lock behind the back of whoever holds this one.
        "Void set_SafeWaitHandle(SafeWaitHandle)",
    ];

#if TRACKED_LOCK
    [Fact]
    public void EveryMemberOfLock_HasATwin() => AssertCovered(Declared(typeof(Lock)), typeof(TrackedLock), (typeof(Lock.Scope), typeof(TrackedLock.Scope)));
#endif

    [Fact]
    public void EveryMemberOfReaderWriterLockSlim_HasATwin() => AssertCovered(Declared(typeof(ReaderWriterLockSlim)), typeof(TrackedReaderWriterLock));

    [Fact]
    public void EveryMemberOfSemaphoreSlim_HasATwin() => AssertCovered(Declared(typeof(SemaphoreSlim)), typeof(TrackedSemaphore));

    [Fact]
    public void EveryMemberOfMutex_HasATwin() =>
        AssertCovered(Declared(typeof(Mutex)).Concat(Declared(typeof(WaitHandle))), typeof(TrackedMutex));

    [Fact]
    public void EveryMemberOfSpinLock_HasATwin() => AssertCovered(Declared(typeof(SpinLock)), typeof(TrackedSpinLock));

    [Fact]
    public void EveryStaticMemberOfMonitor_HasAnInstanceTwin()
    {
        IEnumerable<MethodInfo> members = typeof(Monitor).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(object));
        string[] twins = Spelled(typeof(TrackedMonitor));
        string[] missing = [.. members.Select(method => Spell(method, method.GetParameters().Skip(1))).Where(name => !twins.Contains(name))];
        Assert.Empty(missing);
    }

    private static IEnumerable<MethodInfo> Declared(Type type) => type.GetMethods(_instance | BindingFlags.DeclaredOnly)
        .Where(method => !IsObsolete(method) && method.GetBaseDefinition().DeclaringType != typeof(object));

    private static bool IsObsolete(MethodInfo method) => method.IsDefined(typeof(ObsoleteAttribute))
        || (method.IsSpecialName && method.DeclaringType!.GetProperty(method.Name[4..])?.IsDefined(typeof(ObsoleteAttribute)) == true);

    private static void AssertCovered(IEnumerable<MethodInfo> members, Type twin, params (Type Raw, Type Twin)[] results)
    {
        string[] twins = Spelled(twin);
        string[] missing = [.. members.Select(method => Spell(method, method.GetParameters()))
            .Select(name => results.Aggregate(name, (text, pair) => text.Replace(Name(pair.Raw) + " ", Name(pair.Twin) + " ", StringComparison.Ordinal)))
            .Distinct().Where(name => !twins.Contains(name) && !_leftOut.Contains(name))];
        Assert.Empty(missing);
    }

    private static string[] Spelled(Type twin) => [.. twin.GetMethods(_instance).Select(method => Spell(method, method.GetParameters()))];

    // A parameter that the compiler fills in is none to the caller; a question is one whether it is a method or a property.
    private static string Spell(MethodInfo method, IEnumerable<ParameterInfo> parameters)
    {
        string name = method.Name == "get_IsEntered" ? "IsEntered" : method.Name;
        IEnumerable<string> types = parameters
            .Where(parameter => !parameter.IsDefined(typeof(CallerFilePathAttribute)) && !parameter.IsDefined(typeof(CallerLineNumberAttribute)))
            .Select(parameter => Name(parameter.ParameterType));
        return Name(method.ReturnType) + " " + name + "(" + string.Join(", ", types) + ")";
    }

    private static string Name(Type type) => type.IsNested ? Name(type.DeclaringType!) + "." + type.Name : type.ToString().Split('.')[^1];
}
