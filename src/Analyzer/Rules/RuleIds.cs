namespace LockGraph.Analyzer;

/// <summary>The numbers of the rule catalogue. A number never changes its meaning.</summary>
internal static class RuleIds
{
    public const string DeclaredOrder = "LG1001";
    public const string Inversion = "LG1002";
    public const string SameClassNesting = "LG1003";
    public const string Recursion = "LG1004";
    public const string HeldLimit = "LG1005";
    public const string GuardedInversion = "LG1006";
    public const string TypeInitializers = "LG1007";
    public const string UndeclaredNesting = "LG1008";
    public const string GuardedMember = "LG2001";
    public const string RequiredLock = "LG2002";
    public const string ExcludedLock = "LG2003";
    public const string NotReleased = "LG2004";
    public const string BadRelease = "LG2005";
    public const string BrokenContract = "LG2006";
    public const string TryResult = "LG2007";
    public const string InferredGuard = "LG2008";
    public const string AwaitUnderLock = "LG3001";
    public const string BlockingWait = "LG3002";
    public const string UnknownCode = "LG3003";
    public const string WrongObject = "LG3004";
    public const string Condition = "LG3005";
    public const string WaitType = "LG3006";
    public const string LockStatementOnTracked = "LG3007";
    public const string UnknownName = "LG9001";
    public const string ContradictoryOrder = "LG9002";
    public const string ImpossibleAnnotation = "LG9003";
}
