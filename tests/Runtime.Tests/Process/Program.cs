using System.Reflection;

namespace LockGraph.Runtime.Tests.Process;

/// <summary>Entry point of the child processes; the test host never comes here.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        MethodInfo? situation = args.Length == 2 ? typeof(Situations).GetMethod(args[1], BindingFlags.Public | BindingFlags.Static) : null;
        if (situation is null)
        {
            Console.Error.WriteLine("usage: --situation NAME");
            return 2;
        }

        situation.Invoke(null, null);
        return 0;
    }
}
