public sealed class Topic
{
    private readonly object _observers = new();
    private readonly List<IObserver<int>> _list = [];

    public void Publish(int value)
    {
        lock (_observers)
        {
            foreach (IObserver<int> observer in _list)
            {
                observer.OnNext(value); // expect-any: LG1002
            }
        }
    }

    public void Remove(IObserver<int> observer)
    {
        lock (_observers)
        {
            _list.Remove(observer);
        }
    }
}

public sealed class Gauge(Topic topic) : IObserver<int>
{
    private readonly object _value = new();

    public void OnNext(int value) { lock (_value) { } }

    public void OnError(Exception error) { }

    public void OnCompleted()
    {
        lock (_value)
        {
            topic.Remove(this); // expect-any: LG1002
        }
    }
}
