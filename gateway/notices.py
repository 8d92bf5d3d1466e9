"""What a page says at its top after something was done, by the code in its address."""

NOTICES = {
    "name-saved": "Your name is changed.",
    "sign-in-ended": "That sign-in is ended. It stops working within a second.",
    "signed-out": "You are signed out.",
    "confirmed": "Your address is confirmed. You can sign in now.",
    "password-set": "Your new password is set. Sign in with it.",
    "corrected": "Saved. It says what you wrote, and so will every new reading. Fit reports of it "
    "are made again.",
    "read-rightly": "Noted: it was read rightly. It stands, and is not asked about again.",
    "taken-out": "Taken out. You can undo that below.",
    "deleted-own": "Deleted. It was yours alone, so nothing is left of it.",
    "undone": "Undone: it is as it was read.",
    "renamed": "The name is changed.",
    "plan-swapped": "Here is another question in its place.",
    "plan-dropped": "The question is dropped.",
    "plan-added": "The question is in the plan.",
    "plan-set": "The plan is changed.",
    "plan-restored": "These are the questions that Mira planned.",
    "suggestion-taken": "The suggested plan is yours now. You can go back to the one before.",
    "suggestion-left": "The plan stays as it was. Nothing of the suggestion is kept.",
    "draft-saved": "Your draft is saved. Nobody but you can read it, and it is not sent.",
    "deleted": "Deleted. The receipt below shows how far it has come.",
}
