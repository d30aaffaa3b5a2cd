using System.Globalization;
using LockGraph.Bench.Analyzer;

// What the analyzer costs: a command-line build, its growth with the size of the code, and an edit.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["build", var rounds, .. { Length: > 0 } projects]:
        Overhead.Measure(projects.Select(Compilation.OfProject), int.Parse(rounds));
        return 0;
    case ["growth", var rounds]:
        Overhead.Measure(SyntheticProject.Sizes(4, 16, 64).Select(Compilation.OfProject), int.Parse(rounds));
        return 0;
    case ["typing", var lines, var edits]:
        Typing.Measure(int.Parse(lines), int.Parse(edits));
        return 0;
    default:
        Console.Error.WriteLine("bench: build ROUNDS PROJECT... | growth ROUNDS | typing LINES EDITS");
        return 2;
}
