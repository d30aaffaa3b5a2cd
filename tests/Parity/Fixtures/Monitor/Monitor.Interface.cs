// ChatRoom calls Archive through IReceiver under its lock; the way back is under the other lock.
using LockGraph;

namespace Parity.MonitorInterface;

public sealed class ChatRoom(IReceiver archive)
{
    private readonly TrackedMonitor _members = new();
    private int _said;

    public static void Run()
    {
        var archive = new Archive();
        var chatRoom = new ChatRoom(archive);
        chatRoom.Say(5);
        archive.Reread(chatRoom);
    }

    public void Say(int words)
    {
        _members.Enter();
        try
        {
            _said += words;
            archive.Receive(words); // expect-any: LG1002 Archive._letters > ChatRoom._members
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
}

public interface IReceiver
{
    void Receive(int words);
}

public sealed class Archive : IReceiver
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

    public void Reread(ChatRoom source)
    {
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
