using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using LockGraph.Core;

namespace LockGraph;

/// <summary>Where a tracked lock is made, and which class that makes it.</summary>
/// <remarks>
/// A field initializer gives its member by <c>[CallerMemberName]</c>; the declaring type is read from the stack, once per construction site.
/// Any other place gives no member, and the class is named after the place. Thread-safe.
/// </remarks>
internal static class LockNaming
{
    private static readonly ConcurrentDictionary<(string? File, int Line, string? Member), ConstructionSite> _sites = new();

    /// <summary>The construction site that the caller of a tracked lock's constructor stands at.</summary>
    public static ConstructionSite Of(string? member, string? file, int line)
    {
        (string? File, int Line, string? Member) key = (file, line, member);
        return _sites.TryGetValue(key, out ConstructionSite? site) ? site : _sites.GetOrAdd(key, Read(member, new AcquisitionSite(file, line)));
    }

    private static ConstructionSite Read(string? member, AcquisitionSite site)
    {
        MethodBase? caller = FirstForeignFrame();
        Type? type = caller?.DeclaringType;
        MemberInfo? holder = type is null || string.IsNullOrEmpty(member) ? null : Holder(type, member!);
        if (holder is not null)
        {
            return new ConstructionSite(MemberLockClass.Of(holder), MemberLockClass.SubclassOf(holder), type!.Assembly);
        }

        string? place = type is null ? member : MemberLockClass.Spell(type) + "." + (member ?? caller!.Name).TrimStart('.');
        return new ConstructionSite(new LockClass(LockClassName.OfSite(place, site)), 0, type?.Assembly);
    }

    // Generic instantiations share the definition's members, and so its names.
    private static MemberInfo? Holder(Type type, string member)
    {
        Type definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return (MemberInfo?)definition.GetField(member, declared) ?? definition.GetProperty(member, declared);
    }

    private static MethodBase? FirstForeignFrame()
    {
        Assembly own = typeof(LockNaming).Assembly;
        foreach (StackFrame? frame in new StackTrace(fNeedFileInfo: false).GetFrames() ?? [])
        {
            MethodBase? method = frame?.GetMethod();
            if (method?.DeclaringType is { } type && type.Assembly != own)
            {
                return method;
            }
        }

        return null;
    }
}

/// <summary>What is known of the locks made at one place.</summary>
/// <param name="Class">Their class, with the traits that its attributes give it.</param>
/// <param name="Subclass">Their declared rank.</param>
/// <param name="Assembly">The assembly whose declarations concern them.</param>
internal sealed record ConstructionSite(LockClass Class, int Subclass, Assembly? Assembly);
