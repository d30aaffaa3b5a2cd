using System.Text;
using LockGraph.Core;

namespace LockGraph.Cli.Tests.Merge;

/// <summary>A folder of snapshots, and the command line that works on them.</summary>
internal sealed class Shards : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The names of the files that are there.</summary>
    public IEnumerable<string> Names => _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    /// <summary>Writes the snapshot of a run in which one flow takes locks, outermost first, once for each row.</summary>
    public string Run(string name, params string[][] rows)
    {
        var validator = new LockOrderValidator(new ValidatorSettings { Run = name, DeclaredOrder = DeclaredOrder.Empty, CaptureStacks = false });
        var locks = new Dictionary<string, LockInstance>(StringComparer.Ordinal);
        ExecutionFlow flow = validator.OpenFlow("worker");
        int line = 0;
        foreach (string[] row in rows)
        {
            foreach (string @lock in row)
            {
                if (!locks.TryGetValue(@lock, out LockInstance? instance))
                {
                    locks.Add(@lock, instance = validator.CreateInstance(new LockClass(@lock)));
                }

                validator.Acquire(flow, new AcquisitionRequest(instance) { Site = new AcquisitionSite(name + ".cs", ++line) });
            }

            foreach (string @lock in row.Reverse())
            {
                validator.Release(flow, locks[@lock]);
            }
        }

        string path = PathOf(name + ".lockgraph.json");
        SnapshotFile.Write(path, validator.TakeSnapshot());
        return path;
    }

    public string Text(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Runs a command line as a shell does.</summary>
    public static (int Code, string Output, string Error) Do(params string[] args)
    {
        using var output = new MemoryStream();
        using var text = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        using var error = new StringWriter { NewLine = "\n" };
        int code = Entry.Run(args, output, text, error);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Holds a command line to exit code 2, an empty output and one line that says why.</summary>
    public static void Refused(string about, params string[] args)
    {
        (int code, string output, string error) = Do(args);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("lockgraph: ", error, StringComparison.Ordinal);
        Assert.Contains(about, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(c => c == '\n'));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
