namespace LockGraph.Runtime.Tests.Primitives;

/// <summary>One call, on a raw primitive and on its tracked twin.</summary>
internal sealed record TwinCall<TRaw, TTracked>(string Name, Func<TRaw, object?> Raw, Func<TTracked, object?> Tracked);

/// <summary>Runs sequences of calls against both, and compares every result and every exception type.</summary>
internal sealed class Twin<TRaw, TTracked>(Func<TRaw> newRaw, Func<TTracked> newTracked, params TwinCall<TRaw, TTracked>[] calls)
{
    /// <summary>All sequences of three calls, of which shorter ones are the beginnings, and some long ones.</summary>
    /// <param name="mode">Mode of the validator: in both, the twin must answer as the primitive does.</param>
    public void Exhaust(LockGraphMode mode)
    {
        var settings = new ValidatorSettings { Mode = mode, CaptureStacks = false, DeclaredOrder = DeclaredOrder.Empty };
        int[] sequence = new int[3];
        do
        {
            Compare(settings, sequence);
        }
        while (Next(sequence));

        var random = new Random(1);
        for (int i = 0; i < 200; i++)
        {
            Compare(settings, [.. Enumerable.Range(0, 10).Select(_ => random.Next(calls.Length))]);
        }
    }

    /// <summary>One sequence, named; every call of it is compared.</summary>
    public void Play(params string[] names) => Compare(newRaw(), newTracked(), [.. names.Select(name => calls.Single(call => call.Name == name))]);

    private void Compare(ValidatorSettings settings, int[] sequence)
    {
        var validator = new LockOrderValidator(settings);
        using (validator.MakeCurrent())
        {
            Compare(newRaw(), newTracked(), [.. sequence.Select(index => calls[index])]);
        }

        Assert.Equal(0, validator.OwnFaults);
    }

    private static void Compare(TRaw raw, TTracked tracked, TwinCall<TRaw, TTracked>[] sequence)
    {
        for (int i = 0; i < sequence.Length; i++)
        {
            string expected = Outcome(() => sequence[i].Raw(raw));
            string actual = Outcome(() => sequence[i].Tracked(tracked));
            if (expected != actual)
            {
                Assert.Fail($"{string.Join(", ", sequence.Take(i + 1).Select(call => call.Name))}: {expected} of the primitive, {actual} of the twin.");
            }
        }
    }

    private static string Outcome(Func<object?> call)
    {
        try
        {
            return call()?.ToString() ?? "nothing";
        }
#pragma warning disable CA1031 // Whatever is thrown is compared.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.GetType().Name;
        }
    }

    private bool Next(int[] sequence)
    {
        for (int i = sequence.Length - 1; i >= 0; i--)
        {
            if (++sequence[i] < calls.Length)
            {
                return true;
            }

            sequence[i] = 0;
        }

        return false;
    }
}
