public sealed class Parser
{
    private readonly object _tokens = new();
    private readonly object _tree = new();

    public void Expression(int depth)
    {
        lock (_tokens)
        {
            if (depth > 0) Term(depth - 1); // expect-any: LG1002
        }
    }

    public void Term(int depth)
    {
        lock (_tree)
        {
            if (depth > 0) Expression(depth - 1); // expect-any: LG1002
        }
    }
}
