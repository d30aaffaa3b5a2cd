namespace LockGraph.Bench.Analyzer;

/// <summary>Projects of synthetic code on disk, one size after another.</summary>
internal static class SyntheticProject
{
    private const int _unit = 70;

    /// <summary>Writes projects of so many units of 7,000 lines, and gives their files.</summary>
    public static IEnumerable<string> Sizes(params int[] units)
    {
        foreach (int size in units)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("lockgraph-bench-");
            try
            {
                string project = Path.Combine(folder.FullName, $"Synthetic{size}.csproj");
                File.WriteAllText(project, """
                    <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup></Project>
                    """);
                foreach ((string name, string text) in SyntheticSource.Files(size * _unit))
                {
                    File.WriteAllText(Path.Combine(folder.FullName, name), text);
                }

                yield return project;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }
}
