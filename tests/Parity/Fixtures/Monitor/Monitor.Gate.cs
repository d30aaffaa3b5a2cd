// Both orders occur, but always under _bans.
using LockGraph;

namespace Parity.MonitorGate;

public sealed class ChatRoom
{
    private readonly TrackedMonitor _bans = new();
    private readonly TrackedMonitor _members = new();
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
        _bans.Enter();
        try
        {
            _members.Enter();
            try
            {
                _history.Enter(); // expect-any: LG1006 ChatRoom._history > ChatRoom._members
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
        finally
        {
            _bans.Exit();
        }
    }

    public void Leave()
    {
        _bans.Enter();
        try
        {
            _history.Enter();
            try
            {
                _members.Enter(); // expect-any: LG1006 ChatRoom._history > ChatRoom._members
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
        finally
        {
            _bans.Exit();
        }
    }
}
