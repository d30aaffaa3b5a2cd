using System.Runtime.CompilerServices;

public sealed class Left(Right right)
{
    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Touch() { }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Call() => right.Touch(); // known-miss: LG1002 the monitor of a synchronized callee
}

public sealed class Right(Left left)
{
    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Touch() { }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Call() => left.Touch(); // known-miss: LG1002 the monitor of a synchronized callee
}
