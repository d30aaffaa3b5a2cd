using Luo.Scenarios;
using Luo.Verdicts;
using Spectre.Console;

namespace Luo.Output;

/// <summary>The scenarios as a table, before and after they are played.</summary>
internal static class ScenarioTable
{
    public static void List(IAnsiConsole console, IReadOnlyList<Scenario> scenarios)
    {
        Table table = Columns("Expected");
        foreach (Scenario scenario in scenarios)
        {
            table.AddRow([.. Head(scenario), Markup.Escape(scenario.Expected.Words())]);
        }

        console.Write(table);
    }

    /// <summary>Plays them one after another; on a terminal each row appears when it is known.</summary>
    public static IReadOnlyList<ScenarioResult> Play(IAnsiConsole console, IReadOnlyList<Scenario> scenarios)
    {
        var results = new List<ScenarioResult>(scenarios.Count);
        Table table = Columns("Expected", "Observed", "Agree");
        if (console.Profile.Capabilities.Interactive)
        {
            console.Live(table).Start(context => PlayEach(context.Refresh));
        }
        else
        {
            PlayEach(() => { });
            console.Write(table);
        }

        return results;

        void PlayEach(Action rowAdded)
        {
            foreach (Scenario scenario in scenarios)
            {
                ScenarioResult result = scenario.Play();
                results.Add(result);
                table.AddRow(
                [
                    .. Head(scenario),
                    Markup.Escape(scenario.Expected.Words()),
                    Markup.Escape(result.Observed.Words()),
                    result.Agrees ? "[green]yes[/]" : "[red]NO[/]",
                ]);
                rowAdded();
            }
        }
    }

    private static Table Columns(params string[] more)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("No.").RightAligned().NoWrap());
        table.AddColumn("Scenario");
        table.AddColumn(new TableColumn("Policy").NoWrap());
        table.AddColumn(new TableColumn("Gen").NoWrap());
        foreach (string column in more)
        {
            table.AddColumn(column);
        }

        return table;
    }

    private static string[] Head(Scenario scenario) =>
    [
        scenario.Key,
        Markup.Escape(scenario.Name),
        scenario.Policy + (scenario.IsMutated ? ", mutated" : string.Empty),
        scenario.Generation.ToString(),
    ];
}
