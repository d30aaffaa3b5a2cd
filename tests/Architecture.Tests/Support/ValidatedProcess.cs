using System.Runtime.CompilerServices;

namespace LockGraph.Architecture.Tests.Support;

/// <summary>The examples of the documents run validated.</summary>
internal static class ValidatedProcess
{
    [ModuleInitializer]
#pragma warning disable CA2255 // The mode must be chosen before any tracked lock of the assembly exists.
    internal static void ChooseMode() => LockGraphRuntime.Mode = LockGraphMode.Observe;
#pragma warning restore CA2255
}
