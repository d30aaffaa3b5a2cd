using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using LockGraph.Bench.Locks;

// Two processes, one question each: what does validation cost, and what does its absence cost?
Job job = Job.Default.WithWarmupCount(4).WithIterationCount(12).WithLaunchCount(1);
IConfig config = DefaultConfig.Instance
    .AddJob(job.WithEnvironmentVariable("LOCKGRAPH_MODE", "Assert").WithId("Assert"))
    .AddJob(job.WithEnvironmentVariable("LOCKGRAPH_MODE", "Off").WithId("Off"))
    .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableOptimizationsValidator);
BenchmarkSwitcher.FromAssembly(typeof(LockPairs).Assembly).Run(args, config);
