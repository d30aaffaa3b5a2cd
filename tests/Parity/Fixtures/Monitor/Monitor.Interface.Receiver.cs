// ChatRoom begins with a Bin, and is given the Archive later, which tells ChatRoom under its own lock.
using LockGraph;

namespace Parity.MonitorInterfaceReceiver;

public sealed class ChatRoom
{
    private readonly TrackedMonitor _members = new();
    private int _said;

    private IReceiver Receiver { get; set; } = new Bin();

    public static void Run()
    {
        var chatRoom = new ChatRoom();
        var archive = new Archive(chatRoom);
        chatRoom.Keep(archive);
        chatRoom.Say(5);
        archive.Reread(3);
    }

    public void Keep(Archive archive) => Receiver = archive;

    public void Say(int words)
    {
        _members.Enter();
        try
        {
            _said += words;
            Pass(Receiver, words); // expect-any: LG1002 Archive._letters > ChatRoom._members
        }
        finally
        {
            _members.Exit();
        }
    }

    public int Leave()
    {
        _members.Enter(); // expect-any: LG1002 Archive._letters > ChatRoom._members
        try
        {
            return _said;
        }
        finally
        {
            _members.Exit();
        }
    }

    internal static void Pass(IReceiver receiver, int words) => receiver.Receive(words); // expect-any: LG1002 Archive._letters > ChatRoom._members
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
        _letters.Enter(); // expect-any: LG1002 Archive._letters > ChatRoom._members
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
            _lettersSeen = source.Leave(); // expect-any: LG1002 Archive._letters > ChatRoom._members
        }
        finally
        {
            _letters.Exit();
        }
    }
}
