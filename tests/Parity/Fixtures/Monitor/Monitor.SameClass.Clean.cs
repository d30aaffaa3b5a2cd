// Two locks of one class, ranked, and taken by ascending rank.
using LockGraph;

namespace Parity.MonitorSameClassClean;

public sealed class ChatRoom
{
    [LockClass("chatRoom.members")]
    [LockSubclass(0)]
    private readonly TrackedMonitor _members = new();

    [LockClass("chatRoom.members")]
    [LockSubclass(1)]
    private readonly TrackedMonitor _history = new();

    private int _said;
    private int _present;

    public static void Run()
    {
        var chatRoom = new ChatRoom();
        chatRoom.Say(5);
        chatRoom.Leave();
    }

    public void Say(int words)
    {
        _members.Enter();
        try
        {
            _history.Enter();
            try
            {
                _said += words;
                _present++;
            }
            finally
            {
                _history.Exit();
            }
        }
        finally
        {
            _members.Exit();
        }
    }

    public void Leave()
    {
        _history.Enter();
        try
        {
            _present = 0;
        }
        finally
        {
            _history.Exit();
        }
    }
}
