using Spectre.Console;

namespace LockGraph.Cli.Loading;

/// <summary>Says on a terminal what takes so long; says nothing elsewhere, where nobody waits.</summary>
internal static class TerminalProgress
{
    /// <summary>Runs the work, and shows what it reports while it runs.</summary>
    /// <param name="error">The error writer of the command: the only place where progress may go.</param>
    /// <param name="work">The work.</param>
    public static T Run<T>(TextWriter error, Func<IProgress<string>, T> work)
    {
        if (!ReferenceEquals(error, Console.Error) || Console.IsErrorRedirected)
        {
            return work(new Silent());
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        T result = default!;
        console.Status().Start("starting", context => result = work(new Shown(context)));
        return result;
    }

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }

    private sealed class Shown(StatusContext context) : IProgress<string>
    {
        public void Report(string value) => context.Status = Markup.Escape(value);
    }
}
