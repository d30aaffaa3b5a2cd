public interface IRow
{
    object Gate { get; }

    [RequiresLock("Gate")]
    void Clear();
}

public static class Rows
{
    public static void Clear(IRow row) => row.Clear(); // expect: LG2002

    public static void ClearLocked(IRow row)
    {
        lock (row.Gate) row.Clear();
    }
}
