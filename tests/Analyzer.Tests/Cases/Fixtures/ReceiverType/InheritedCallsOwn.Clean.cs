public abstract class Stage
{
    public void Run() => Step();

    protected abstract void Step();
}

public class Quiet : Stage
{
    protected override void Step() { }
}

public class Loud : Stage
{
    private readonly Theatre _theatre;
    private readonly object _sound = new();

    public Loud(Theatre theatre) => _theatre = theatre;

    protected override void Step() { lock (_sound) { } }

    public void Play() { lock (_sound) { _theatre.Close(); } }
}

public class Theatre
{
    private readonly object _door = new();
    private readonly Quiet _quiet = new();
    private readonly Stage _stage = new Quiet();

    public void Close() { lock (_door) { } }

    public void Open() { lock (_door) { _quiet.Run(); } }

    public void Reopen() { lock (_door) { _stage.Run(); } }

    public void OpenNew() { lock (_door) { new Quiet().Run(); } }
}
