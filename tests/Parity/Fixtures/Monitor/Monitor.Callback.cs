// The delegate is stored once and called under a lock.
using LockGraph;

namespace Parity.MonitorCallback;

public sealed class ChatRoom
{
    private readonly TrackedMonitor _members = new();
    private readonly TrackedMonitor _history = new();
    private readonly Action<int> _told;
    private int _said;
    private int _present;

    public static void Run()
    {
        var chatRoom = new ChatRoom();
        chatRoom.Say(5);
        chatRoom.Leave();
    }

    public ChatRoom()
    {
        _told = Keep;
    }

    public void Say(int words)
    {
        _members.Enter();
        try
        {
            _said += words;
            _told(_said); // expect-any: LG1002 ChatRoom._history > ChatRoom._members
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
            _members.Enter(); // expect-any: LG1002 ChatRoom._history > ChatRoom._members
            try
            {
                _present = _said;
            }
            finally
            {
                _members.Exit();
            }
        }
        finally
        {
            _history.Exit();
        }
    }

    private void Keep(int value)
    {
        _history.Enter(); // expect-any: LG1002 ChatRoom._history > ChatRoom._members
        try
        {
            _present = value;
        }
        finally
        {
            _history.Exit();
        }
    }
}
