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
    private readonly Ping _ping = new();
    private int _sent;

    public void Start()
    {
        lock (_gate)
        {
            Send(new Ping());
            Send(_ping);
            Sell(Sale.Original);
            SellByNumber((byte)Sale.Original);
            SellByName("original");
            Look(null);
            LookAll();
            Begin(new object());
            Wait(Sale.None, wait: true);
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

    private void SellByNumber(byte sale)
    {
        switch (sale)
        {
            case 1:
                _sent++;
                break;
            case 2:
                _ready.Wait();
                break;
        }
    }

    private void SellByName(string sale)
    {
        if (sale == "copy")
        {
            _ready.Wait();
        }
    }

    private void LookAll() => Look(default);

    private void Look(Post? other)
    {
        while (_sent < 10)
        {
            if (other == null)
            {
                break;
            }

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

    private void Wait(Sale sale, bool wait)
    {
        if (wait && sale is Sale.Copy)
        {
            _ready.Wait();
        }
    }
}
