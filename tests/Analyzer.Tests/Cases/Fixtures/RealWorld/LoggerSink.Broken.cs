public interface ISink
{
    void Write(string line);
}

public sealed class Logger
{
    private readonly object _queue = new();
    private readonly List<ISink> _sinks = [];

    public void Log(string line)
    {
        lock (_queue)
        {
            foreach (ISink sink in _sinks)
            {
                sink.Write(line); // expect-any: LG1002
            }
        }
    }
}

public sealed class FileSink(Logger logger) : ISink
{
    private readonly object _file = new();

    public void Write(string line) { lock (_file) { } }

    public void Roll()
    {
        lock (_file)
        {
            logger.Log("rolled"); // expect-any: LG1002
        }
    }
}
