// Whoever loses the race throws his new object away, under whatever lock he came with.
public sealed class Factory
{
    private static Factory? s_current;
    private readonly object _sync = new();
    private readonly object _targets = new();

    public static Factory Current => s_current ?? Create();

    public void Load()
    {
        lock (_sync)
        {
            lock (_targets)
            {
            }
        }
    }

    public void Write()
    {
        lock (_targets)
        {
            Current.ToString();
        }
    }

    private static Factory Create()
    {
        var made = new Factory();
        if (Interlocked.CompareExchange(ref s_current, made, null) is not null)
        {
            made.Dispose();
        }

        return s_current;
    }

    public void Dispose()
    {
        lock (_sync)
        {
        }

        Step1(3);
    }

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

    private void Step11(int depth)
    {
        if (depth > 0)
        {
            Current.ToString();
        }
    }
}
