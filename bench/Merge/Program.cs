using System.Diagnostics;
using System.Globalization;
using LockGraph;
using LockGraph.Bench.Merge;
using LockGraph.Core;
using LockGraph.Reports;

// How long it takes to unite the snapshots of many shards: files are made first, then read, united, judged and written as the command does.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int snapshots = args.Length > 0 ? int.Parse(args[0]) : 1_000;
int edges = args.Length > 1 ? int.Parse(args[1]) : 2_000;
int classes = args.Length > 2 ? int.Parse(args[2]) : 1_000;
DirectoryInfo folder = args.Length > 3 ? Directory.CreateDirectory(args[3]) : Directory.CreateTempSubdirectory("lockgraph-merge-");
try
{
    string[] files = [.. Enumerable.Range(0, snapshots).Select(number => Path.Combine(folder.FullName, $"shard-{number:d4}.lockgraph.json"))];
    foreach ((int number, string file) in files.Index())
    {
        SnapshotFile.Write(file, Shard.Make(number, edges, classes));
    }

    double megabytes = files.Sum(file => new FileInfo(file).Length) / 1e6;
    Console.WriteLine($"{snapshots:N0} snapshots of {edges:N0} edges, {classes:N0} classes; {megabytes:N0} MB of files");
    Console.WriteLine($"{"workers",-10}{"read, united s",16}{"judged s",10}{"written s",11}{"total s",10}{"cpu s",8}{"MB/s",8}{"peak MB",10}{"output MB",11}{"edges",9}{"findings",10}");
    foreach (int workers in new[] { 1, 1, Environment.ProcessorCount, Environment.ProcessorCount })
    {
        Measure(files, workers, megabytes);
    }
}
finally
{
    if (args.Length <= 3)
    {
        folder.Delete(recursive: true);
    }
}

static OrderSnapshot Read(string file, StringPool pool)
{
    using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
    return SnapshotReader.Read(stream, pool);
}

static void Measure(string[] files, int workers, double megabytes)
{
    var total = Stopwatch.StartNew();
    TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    using SnapshotUnion union = SnapshotUnion.OfAll(files.Length, (place, pool) => Read(files[place], pool), workers);
    TimeSpan uniting = watch.Elapsed;
    watch.Restart();
    OrderSnapshot merged = union.Build();
    TimeSpan judging = watch.Elapsed;
    watch.Restart();
    string output = files[0] + ".merged";
    SnapshotFile.Write(output, merged);
    TimeSpan writing = watch.Elapsed;
    cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
    double seconds = total.Elapsed.TotalSeconds;
    long size = new FileInfo(output).Length;
    File.Delete(output);
    Console.WriteLine(
        $"{workers,-10}{uniting.TotalSeconds,16:F2}{judging.TotalSeconds,10:F2}{writing.TotalSeconds,11:F2}{seconds,10:F2}{cpu.TotalSeconds,8:F2}{megabytes / seconds,8:F0}"
        + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,10:F0}{size / 1e6,11:F1}{merged.Edges.Count,9:N0}{merged.Violations.Count,10}");
}
