public sealed class Tally
{
    [GuardedBy("this")] private int _count;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
    public void Add() => _count++;
}
