namespace LockGraph.Core;

/// <summary>A call stack, innermost frame first. Captured cheaply, rendered when somebody reads it.</summary>
/// <remarks>Thread-safe; the first reader pays for the rendering.</remarks>
public class CapturedStack
{
    private readonly Lazy<IReadOnlyList<string>> _frames;

    /// <summary>Creates a stack whose frames are rendered on first use.</summary>
    /// <param name="render">Gives the frames, innermost first, one line each; must not throw.</param>
    public CapturedStack(Func<IReadOnlyList<string>> render) => _frames = new Lazy<IReadOnlyList<string>>(render);

    /// <summary>Creates a stack from frames that are known already.</summary>
    /// <param name="frames">Innermost first, one line each.</param>
    public CapturedStack(IReadOnlyList<string> frames) => _frames = new Lazy<IReadOnlyList<string>>(() => frames);

    /// <summary>The frames, innermost first, as <c>Type.Method (File.cs:12)</c>.</summary>
    public IReadOnlyList<string> Frames => _frames.Value;
}
