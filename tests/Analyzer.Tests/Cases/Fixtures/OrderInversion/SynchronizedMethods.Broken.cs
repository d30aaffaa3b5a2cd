using System.Runtime.CompilerServices;

public sealed class Left(Right right)
{
    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Touch() { }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Call() => right.Touch(); // expect-any: LG1002
}

public sealed class Right(Left left)
{
    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Touch() { }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Call() => left.Touch(); // expect-any: LG1002
}
