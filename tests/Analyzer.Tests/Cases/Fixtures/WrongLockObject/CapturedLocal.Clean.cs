public sealed class Door
{
    public int Open(int[] values)
    {
        object gate = new();
        int sum = 0;
        Parallel.ForEach(values, value =>
        {
            lock (gate)
            {
                sum += value;
            }
        });
        return sum;
    }
}
