namespace LockGraph.Analyzer;

/// <summary>Keys of <c>.editorconfig</c> that the rules listen to. Values and defaults: <c>docs/rules/options.md</c>.</summary>
internal static class OptionNames
{
    /// <summary>A number: how many locks one flow may hold at once (LG1005).</summary>
    public const string HeldLimit = "lockgraph.held_limit";

    /// <summary>Members, beyond the known ones, that wait for something that is no lock (LG3002).</summary>
    public const string BlockingCalls = "lockgraph.blocking_calls";

    /// <summary>True: unknown code under a lock (LG3003) is an information instead of hidden.</summary>
    public const string ExternalCallbacks = "lockgraph.external_callbacks";

    /// <summary>True: an inferred guard (LG2008) is an information instead of hidden.</summary>
    public const string InferGuards = "lockgraph.infer_guards";

    /// <summary>A number: how many calls deep the whole-program rules follow.</summary>
    public const string MaxCallDepth = "lockgraph.max_call_depth";

    /// <summary>Types and namespaces whose code is not looked at.</summary>
    public const string Exclude = "lockgraph.exclude";

    /// <summary>Methods that acquire their receiver until what they return is disposed.</summary>
    public const string ScopeMethods = "lockgraph.scope_methods";
}
