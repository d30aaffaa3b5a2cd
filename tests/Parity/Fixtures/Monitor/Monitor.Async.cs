// Asynchronous methods that hold their locks between two awaits only; the orders differ.
using LockGraph;

namespace Parity.MonitorAsync;

public sealed class ChatRoom
{
    private readonly TrackedMonitor _members = new();
    private readonly TrackedMonitor _history = new();
    private int _said;
    private int _present;

    public static async Task RunAsync()
    {
        var chatRoom = new ChatRoom();
        await chatRoom.SayAsync(5);
        await chatRoom.LeaveAsync();
    }

    public async Task SayAsync(int words)
    {
        await Task.Yield();
        _members.Enter();
        try
        {
            _history.Enter(); // expect-any: LG1002 ChatRoom._history > ChatRoom._members
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
        await Task.Yield();
    }

    public async Task LeaveAsync()
    {
        await Task.Yield();
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
        await Task.Yield();
    }
}
