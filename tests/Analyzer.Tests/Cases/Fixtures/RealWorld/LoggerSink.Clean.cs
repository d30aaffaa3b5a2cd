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
        ISink[] sinks;
        lock (_queue)
        {
            sinks = [.. _sinks];
        }

        foreach (ISink sink in sinks)
        {
            sink.Write(line);
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
            logger.Log("rolled");
        }
    }
}
