using System.Collections.Concurrent;

namespace Luo.Kernel;

/// <summary>Named points of kernel code at which a schedule may step in. Thread-safe; a point without a probe costs a look-up.</summary>
internal sealed class Kprobes
{
    /// <summary>In the old retrieve: the session was found, the header lock is dropped, the session mutex is not taken yet.</summary>
    public const string RetrieveWindow = "luo_session_retrieve: found";

    /// <summary>In retrieve: the session mutex is held, nothing was tested yet.</summary>
    public const string RetrieveLocked = "luo_session_retrieve: locked";

    /// <summary>In the release of an incoming session: everything is finished, the session still on the list.</summary>
    public const string ReleaseFinished = "luo_session_release: finished";

    /// <summary>In serialization: one session is written out and its mutex dropped.</summary>
    public const string SessionFrozen = "luo_session_serialize: session written";

    /// <summary>Serialization is done, the machine has not jumped yet.</summary>
    public const string Serialized = "liveupdate_reboot: serialized";

    /// <summary>In the old FLB set-up: seen as not initialized, not initialized yet.</summary>
    public const string FlbInitWindow = "luo_flb_get_private: not initialized";

    /// <summary>In the old FLB finish: the last user is gone, the lock is dropped, the object not yet finished.</summary>
    public const string FlbFinishWindow = "luo_flb_file_finish_one: last user";

    private readonly ConcurrentDictionary<string, Action> _probes = new();

    public void Set(string point, Action probe) => _probes[point] = probe;

    public void Clear(string point) => _probes.TryRemove(point, out _);

    public void Hit(string point)
    {
        if (_probes.TryGetValue(point, out Action? probe))
        {
            probe();
        }
    }
}
