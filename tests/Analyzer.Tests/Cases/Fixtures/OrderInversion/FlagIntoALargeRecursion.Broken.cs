// The first connect takes the servers, and here it is done under the queue.
public sealed class Multiplexer
{
    private readonly object _servers = new();
    private readonly object _queue = new();

    public void Dispose()
    {
        lock (_servers)
        {
            lock (_queue) // expect-any: LG1002
            {
            }
        }
    }

    public void Beat()
    {
        lock (_queue)
        {
            Configure(true, 3); // expect-any: LG1002
        }
    }

    public void Start() => Configure(true, 3);

    private void Step1(int depth)
    {
        if (depth > 0)
        {
            Step2(depth - 1);
        }
    }

    private void Step2(int depth)
    {
        if (depth > 0)
        {
            Step3(depth - 1);
        }
    }

    private void Step3(int depth)
    {
        if (depth > 0)
        {
            Step4(depth - 1);
        }
    }

    private void Step4(int depth)
    {
        if (depth > 0)
        {
            Step5(depth - 1);
        }
    }

    private void Step5(int depth)
    {
        if (depth > 0)
        {
            Step6(depth - 1);
        }
    }

    private void Step6(int depth)
    {
        if (depth > 0)
        {
            Step7(depth - 1);
        }
    }

    private void Step7(int depth)
    {
        if (depth > 0)
        {
            Step8(depth - 1);
        }
    }

    private void Step8(int depth)
    {
        if (depth > 0)
        {
            Step9(depth - 1);
        }
    }

    private void Step9(int depth)
    {
        if (depth > 0)
        {
            Step10(depth - 1);
        }
    }

    private void Step10(int depth)
    {
        if (depth > 0)
        {
            Step11(depth - 1);
        }
    }

    private void Step11(int depth) => Configure(false, depth);

    private void Configure(bool first, int depth)
    {
        if (first)
        {
            Take(depth);
        }

        Step1(depth - 1);
    }

    private void Take(int depth)
    {
        lock (_servers) // expect-any: LG1002
        {
        }

        Step1(depth - 1);
    }
}
