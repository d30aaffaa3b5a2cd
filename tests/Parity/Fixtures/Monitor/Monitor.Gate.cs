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
        using (_bans.EnterScope())
        {
            using (_members.EnterScope())
            {
                using (_history.EnterScope()) // expect-any: LG1006 ChatRoom._history > ChatRoom._members
                {
                    _said += words;
                    _present++;
                }
            }
        }
    }

    public void Leave()
    {
        using (_bans.EnterScope())
        {
            using (_history.EnterScope())
            {
                using (_members.EnterScope()) // expect-any: LG1006 ChatRoom._history > ChatRoom._members
                {
                    _present = _said;
                }
            }
        }
    }
}
