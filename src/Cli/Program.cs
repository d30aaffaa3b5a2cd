using LockGraph.Cli;

using Stream output = Console.OpenStandardOutput();
return Entry.Run(args, output, Console.Out, Console.Error);
