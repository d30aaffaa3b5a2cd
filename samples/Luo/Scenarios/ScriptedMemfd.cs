using Luo.Kernel;

namespace Luo.Scenarios;

/// <summary>A memfd handler whose callbacks a schedule can step into, and that remembers what it was asked.</summary>
internal sealed class ScriptedMemfd(Machine machine, string compatible = "memfd-v1") : MemfdLuo(machine, compatible)
{
    private readonly List<string> _calls = [];

    /// <summary>Freeze, unfreeze and retrieve calls, in order: <c>freeze d</c>.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Runs inside the preserve callback, before the handler's own work.</summary>
    public Action<LuoFile>? OnPreserve { get; set; }

    public Action<LuoFile>? OnUnpreserve { get; set; }

    public Func<LuoFile, int>? OnFreeze { get; set; }

    public Func<LuoFile, int>? OnRetrieve { get; set; }

    public Func<LuoFile, bool>? OnCanFinish { get; set; }

    public override int Preserve(LuoFile file)
    {
        OnPreserve?.Invoke(file);
        return base.Preserve(file);
    }

    public override void Unpreserve(LuoFile file)
    {
        OnUnpreserve?.Invoke(file);
        base.Unpreserve(file);
    }

    public override int Freeze(LuoFile file)
    {
        Remember("freeze", file);
        return OnFreeze?.Invoke(file) ?? base.Freeze(file);
    }

    public override void Unfreeze(LuoFile file)
    {
        Remember("unfreeze", file);
        base.Unfreeze(file);
    }

    public override int Retrieve(LuoFile file, out FileObject? restored)
    {
        Remember("retrieve", file);
        restored = null;
        int error = OnRetrieve?.Invoke(file) ?? 0;
        return error < 0 ? error : base.Retrieve(file, out restored);
    }

    public override bool CanFinish(LuoFile file) => OnCanFinish?.Invoke(file) ?? true;

    private void Remember(string what, LuoFile file)
    {
        lock (_calls)
        {
            _calls.Add($"{what} {file.File?.Name ?? "token " + file.Token}");
        }
    }
}
