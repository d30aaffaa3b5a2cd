// ChatRoom only ever keeps a Bin, which locks nothing: the Archive beside it is told by others, and tells ChatRoom under its own lock.
using LockGraph;

namespace Parity.MonitorInterfaceReceiverClean;

public sealed class ChatRoom
{
    private readonly TrackedMonitor _members = new();
    private int _said;

    private IReceiver Receiver { get; set; } = new Bin();

    public static void Run()
    {
        var chatRoom = new ChatRoom();
        var archive = new Archive(chatRoom);
        chatRoom.Empty();
        chatRoom.Say(5);
        archive.Reread(3);
    }

    public void Empty() => Receiver = new Bin();

    public void Say(int words)
    {
        _members.Enter();
        try
        {
            _said += words;
            Pass(Receiver, words);
        }
        finally
        {
            _members.Exit();
        }
    }

    public int Leave()
    {
        _members.Enter();
        try
        {
            return _said;
        }
        finally
        {
            _members.Exit();
        }
    }

    internal static void Pass(IReceiver receiver, int words) => receiver.Receive(words);
}

public interface IReceiver
{
    void Receive(int words);
}

public sealed class Bin : IReceiver
{
    public void Receive(int words)
    {
    }
}

public sealed class Archive(ChatRoom source) : IReceiver
{
    private readonly TrackedMonitor _letters = new();
    private int _lettersSeen;

    public void Receive(int words)
    {
        _letters.Enter();
        try
        {
            _lettersSeen += words;
        }
        finally
        {
            _letters.Exit();
        }
    }

    public void Reread(int words)
    {
        ChatRoom.Pass(this, words);
        _letters.Enter();
        try
        {
            _lettersSeen = source.Leave();
        }
        finally
        {
            _letters.Exit();
        }
    }
}
