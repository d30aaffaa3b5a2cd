public interface IUrgent
{
}

public class Message
{
}

public sealed class Ping : Message, IUrgent
{
}

public enum Sale
{
    None,
    Original,
    Copy,
}

public sealed class Post
{
    private readonly object _gate = new();
    private readonly ManualResetEventSlim _ready = new();
    private readonly Message _message = new Ping();
    private readonly Ping? _ping;
    private int _sent;

    public void Start(Sale sale, object? completion)
    {
        lock (_gate)
        {
            Send(new Message()); // expect: LG3002
            Send(_message); // expect: LG3002
            Send(_ping!); // expect: LG3002
            Sell(Sale.Copy); // expect: LG3002
            Sell(sale); // expect: LG3002
            Look(this); // expect: LG3002
            LookOnce(null); // expect: LG3002
            Begin(null); // expect: LG3002
            Begin(completion); // expect: LG3002
            Again(Sale.Original); // expect: LG3002
            Later(now: true); // expect: LG3002
            Otherwise(Sale.Original); // expect: LG3002
        }
    }

    private void Send(Message message)
    {
        if (message is not IUrgent)
        {
            _ready.Wait();
        }

        _sent++;
    }

    private void Sell(Sale sale)
    {
        switch (sale)
        {
            case Sale.Original:
                _sent++;
                break;
            case Sale.Copy:
                _ready.Wait();
                break;
        }
    }

    private void Again(Sale sale)
    {
        sale = _sent > 3 ? Sale.Copy : sale;
        if (sale == Sale.Copy)
        {
            _ready.Wait();
        }
    }

    private void Later(bool now)
    {
        now &= _sent > 3;
        if (!now)
        {
            _ready.Wait();
        }
    }

    private void Otherwise(Sale sale)
    {
        switch (sale)
        {
            case Sale.None:
                break;
            default:
                _ready.Wait();
                break;
        }
    }

    private void Look(Post? other)
    {
        if (other is null)
        {
            return;
        }

        other._ready.Wait();
    }

    private void LookOnce(Post? other)
    {
        other ??= this;
        if (other is not null)
        {
            other._ready.Wait();
        }
    }

    private void Begin(object? completion) => Run(completion is not null);

    private void Run(bool later)
    {
        if (!later)
        {
            _ready.Wait();
        }
    }
}
