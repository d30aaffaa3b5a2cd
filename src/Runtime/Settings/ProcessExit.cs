namespace LockGraph;

/// <summary>The last thing a validated process does: look for leaks, write the snapshot, say what was wrong with the validator itself.</summary>
internal static class ProcessExit
{
    public static void Run(LockOrderValidator validator, string? snapshot)
    {
        try
        {
            validator.CheckForLeaks();
        }
        catch (LockOrderViolationException)
        {
            // Recorded, and nobody is left to catch it.
        }

        if (!string.IsNullOrWhiteSpace(snapshot))
        {
            Write(validator, snapshot!);
        }

        // What it found went to the sinks; what went wrong with the validator itself has nobody else to tell it.
        bool isWhole = validator.OwnFaults == 0 && validator.DroppedStacks == 0 && validator.DeclarationErrors.Count == 0;
        if (!isWhole)
        {
            StandardError.WriteLine(validator.Summary());
        }
    }

    private static void Write(LockOrderValidator validator, string path)
    {
        try
        {
            SnapshotFile.Write(path, validator.TakeSnapshot());
        }
#pragma warning disable CA1031 // Whatever it is, nobody is left to catch it, and the exit code is the program's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            StandardError.WriteLine($"the snapshot '{path}' could not be written: {exception.Message}");
        }
    }
}
