using System.Runtime.CompilerServices;
using LockGraph.Runtime.Tests.Process;

namespace LockGraph.Runtime.Tests.Support;

/// <summary>What this process is: the host of the tests, which validates, or a child that decides its mode for itself.</summary>
internal static class TestProcess
{
    [ModuleInitializer]
#pragma warning disable CA2255 // The mode must be chosen before any tracked lock of the assembly exists.
    internal static void ChooseMode()
#pragma warning restore CA2255
    {
        if (!ChildProcess.IsChild)
        {
            LockGraphRuntime.Mode = LockGraphMode.Observe;
        }
    }
}
