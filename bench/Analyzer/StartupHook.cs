using System.Diagnostics;
using System.Globalization;

/// <summary>Runs inside the compiler's process and tells at its end what it cost: once it has ended, nobody can ask.</summary>
/// <remarks>The host of .NET looks for exactly this name, without a namespace, in what <c>DOTNET_STARTUP_HOOKS</c> names.</remarks>
internal static class StartupHook
{
    public const string Variable = "LOCKGRAPH_BENCH_COST";

    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file)
        {
            using Process self = Process.GetCurrentProcess();
            File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"{self.TotalProcessorTime.TotalSeconds} {self.PeakWorkingSet64}"));
        }
    };
}
