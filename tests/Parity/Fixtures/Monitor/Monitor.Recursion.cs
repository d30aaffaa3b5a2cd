// Say calls itself under _members, which lets it in; at the bottom it takes _history.
using LockGraph;

namespace Parity.MonitorRecursion;

public sealed class ChatRoom
{
    private readonly TrackedMonitor _members = new();
    private readonly TrackedMonitor _history = new();
    private int _said;
    private int _present;

    public static void Run()
    {
        var chatRoom = new ChatRoom();
        chatRoom.Say(3);
        chatRoom.Leave();
    }

    public void Say(int depth)
    {
        _members.Enter();
        try
        {
            _said += depth;
            if (depth > 0)
            {
                Say(depth - 1); // expect-any: LG1002 ChatRoom._history > ChatRoom._members
            }
            else
            {
                _history.Enter(); // expect-any: LG1002 ChatRoom._history > ChatRoom._members
                try
                {
                    _present++;
                }
                finally
                {
                    _history.Exit();
                }
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
}
