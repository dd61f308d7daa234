"""Refusals of the workforce, as sentences."""

from xiaoer.core.errors import Conflict, Forbidden, Invalid, NotFound, TooMany, Unauthorized


class AgentNotFound(NotFound):
    zh = "没有这位客服。"
    en = "There is no such agent."


class RoleNotFound(NotFound):
    zh = "没有角色 {role}。"
    en = "There is no role {role}."


class GroupNotFound(NotFound):
    zh = "没有这个客服组。"
    en = "There is no such group."


class SignInNotFound(NotFound):
    zh = "没有这个登录。"
    en = "There is no such sign-in."


class LoginTaken(Conflict):
    zh = "登录名 {login} 已被使用。"
    en = "The login {login} is taken."


class GroupNameTaken(Conflict):
    zh = "已经有客服组叫 {name}。"
    en = "There is a group called {name} already."


class RoleCodeTaken(Conflict):
    zh = "角色代码 {code} 已被使用。"
    en = "The role code {code} is taken."


class LastManager(Conflict):
    zh = "这是最后一位能管理人员的客服，请先再指定一位。"
    en = "This is the last person who can manage agents; name another one first."


class AgentGone(Conflict):
    zh = "这位客服已停用。"
    en = "This agent is no longer active."


class UnknownPermission(Invalid):
    zh = "没有权限 {permission}。"
    en = "There is no permission {permission}."


class BadLogin(Invalid):
    zh = "登录名只能包含字母、数字、点、横线、下划线、@，长 2 到 60 个字符。"
    en = "A login has 2 to 60 letters, digits, dots, dashes, underscores or @."


class BadName(Invalid):
    zh = "姓名不能为空。"
    en = "A name cannot be empty."


class BadLimit(Invalid):
    zh = "接待上限应在 0 到 {most} 之间。"
    en = "The concurrency limit lies between 0 and {most}."


class TooManySettings(Invalid):
    zh = "个人设置最多 {most} 项，名称最长 {most} 个字符。"
    en = "At most {most} own settings, each with a name of at most {most} characters."


class WeakPassword(Invalid):
    zh = "密码太弱：至少 {least} 个字符，且不能与登录名相同。"
    en = "This password is too weak: at least {least} characters, and not the login."


class MayNotGrant(Forbidden):
    zh = "你不能给别人你自己没有的权限或店铺。"
    en = "You cannot hand out a permission or a shop that you do not have yourself."


class AboveYou(Forbidden):
    zh = "这位客服的权限比你多，你不能更改。"
    en = "This agent may do more than you; you cannot change them."


class WrongPassword(Unauthorized):
    zh = "登录名或密码不对。"
    en = "The login or the password is wrong."


class TooManySignIns(TooMany):
    zh = "尝试次数太多，请在 {minutes} 分钟后再试。"
    en = "Too many attempts. Please try again in {minutes} minutes."


class OwnerLinkUsed(NotFound):
    zh = "这个链接已失效或已被使用。"
    en = "This link is not valid, or it was used already."
